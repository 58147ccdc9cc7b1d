package io.nsxsim.engine;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2StorageTest extends StorageContract {

  @TempDir private Path folder;

  @Override
  String[] database() {
    return new String[] {"--nsxsim.data=" + folder};
  }
}
