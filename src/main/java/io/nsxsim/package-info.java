/**
 * The server's entry point. Packages below this one are layers; {@code web} is the top and {@code
 * path}, {@code net} and {@code error} are the leaves. Nothing points up.
 */
@NullMarked
package io.nsxsim;

import org.jspecify.annotations.NullMarked;
