package io.nsxsim.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the compiled index of kinds at start. */
@Configuration(proxyBeanMethods = false)
class CatalogueReader {

  @Bean
  Catalogue catalogue(Release release) throws IOException {
    try (InputStream stream = Catalogue.class.getResourceAsStream("/contract/kinds.json")) {
      if (stream == null) {
        throw new IllegalStateException("The contract was not compiled into this build");
      }
      return new Catalogue(
          JsonMapper.shared().readValue(stream, new TypeReference<List<Kind>>() {}), release);
    }
  }
}
