/**
 * Everything that speaks HTTP: controllers, the one place where refusals become answers, and the
 * rendering of text. Nothing is decided here; a controller turns a request into a value of a
 * package below and the result back into bytes. May use every other package; no other package may
 * use it.
 */
@NullMarked
package io.nsxsim.web;

import org.jspecify.annotations.NullMarked;
