/** Taking over what another manager answers, over HTTP. May use {@code imports}. */
@NullMarked
package io.nsxsim.web.imports;

import org.jspecify.annotations.NullMarked;
