/** What the default space shares with projects, seen from the project. */
@NullMarked
package io.nsxsim.web.sharing;

import org.jspecify.annotations.NullMarked;
