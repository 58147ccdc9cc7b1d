/** What the firewall policies come to at one gateway. */
@NullMarked
package io.nsxsim.web.firewall;

import org.jspecify.annotations.NullMarked;
