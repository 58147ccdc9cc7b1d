/** Tags over HTTP: in the default space, in projects and in VPCs. */
@NullMarked
package io.nsxsim.web.tags;

import org.jspecify.annotations.NullMarked;
