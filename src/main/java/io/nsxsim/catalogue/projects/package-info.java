/** Projects and what comes with them. May use the catalogue and the leaves. */
@NullMarked
package io.nsxsim.catalogue.projects;

import org.jspecify.annotations.NullMarked;
