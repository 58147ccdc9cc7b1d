package io.nsxsim.web.inventory;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Optional;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents bodies that handlers take as plain JSON by the records that answers are made of. */
@Component
class BodySchemas implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    if (operation.getRequestBody() != null) {
      schema(handler).ifPresent(schema -> operation.setRequestBody(body(schema)));
    }
    return operation;
  }

  private static Optional<Schema<?>> schema(HandlerMethod handler) {
    DocumentedBody named = handler.getMethodAnnotation(DocumentedBody.class);
    if (named != null) {
      Schema<?> schema = reference(named.value());
      return Optional.of(named.list() ? new ArraySchema().items(schema) : schema);
    }
    ResolvableType part = ResolvableType.forClass(handler.getBeanType()).as(PartController.class);
    return Optional.ofNullable(part.getGeneric(0).resolve()).map(BodySchemas::reference);
  }

  private static Schema<?> reference(Class<?> record) {
    return new Schema<>().$ref("#/components/schemas/" + record.getSimpleName());
  }

  private static RequestBody body(Schema<?> schema) {
    MediaType json = new MediaType().schema(schema);
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType("application/json", json));
  }
}
