/**
 * Signatures that clients write themselves. What is published is in the tree; what is still to be
 * published is remembered here until the server ends.
 */
@NullMarked
package io.nsxsim.web.inspection;

import org.jspecify.annotations.NullMarked;
