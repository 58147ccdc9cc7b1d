/** Questions and actions on the DNS forwarders of gateways. */
@NullMarked
package io.nsxsim.web.dns;

import org.jspecify.annotations.NullMarked;
