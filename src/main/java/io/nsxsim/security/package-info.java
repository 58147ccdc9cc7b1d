/**
 * Who may come in: basic and session login and principal identities, as NSX Manager has them, and
 * the TLS certificate that the server makes for itself. A filter of our own on the servlet
 * container's sessions instead of a security framework, because what NSX does (a form body that is
 * not URL-encoded, a Basic header to be ignored beside it, error bodies with their own codes) is
 * all exception and no rule. May use {@code engine} and the leaves.
 */
@NullMarked
package io.nsxsim.security;

import org.jspecify.annotations.NullMarked;
