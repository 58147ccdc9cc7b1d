package io.nsxsim.web.inventory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the record that a handler's JSON body is documented as. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface DocumentedBody {

  /** The record. */
  Class<?> value();

  /** Whether the body is a list of them. */
  boolean list() default false;
}
