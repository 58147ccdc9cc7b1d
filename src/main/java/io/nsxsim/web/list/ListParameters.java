package io.nsxsim.web.list;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the query parameters of NSX's lists, which handlers take as a map. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
  @Parameter(
      name = "cursor",
      in = ParameterIn.QUERY,
      description = "From the page before",
      schema = @Schema(type = "string")),
  @Parameter(
      name = "page_size",
      in = ParameterIn.QUERY,
      description = "0 to 1000, usually 1000",
      schema = @Schema(type = "integer")),
  @Parameter(
      name = "sort_by",
      in = ParameterIn.QUERY,
      description = "A field of the results; searches take several, comma-separated",
      schema = @Schema(type = "string")),
  @Parameter(
      name = "sort_ascending",
      in = ParameterIn.QUERY,
      description = "Usually true",
      schema = @Schema(type = "boolean")),
  @Parameter(
      name = "included_fields",
      in = ParameterIn.QUERY,
      description = "Comma-separated",
      schema = @Schema(type = "string")),
  @Parameter(name = "parameters", hidden = true)
})
public @interface ListParameters {}
