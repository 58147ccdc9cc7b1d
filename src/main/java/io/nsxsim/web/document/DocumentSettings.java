package io.nsxsim.web.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What springdoc makes of the controllers under {@code /nsxsim/api/v1}. */
@Configuration(proxyBeanMethods = false)
class DocumentSettings {

  private static final String LOGIN = "basic";

  @Bean
  GroupedOpenApi ownInterface() {
    return GroupedOpenApi.builder().group("nsxsim").pathsToMatch("/nsxsim/api/v1/**").build();
  }

  @Bean
  OpenAPI frame() {
    return new OpenAPI()
        .info(
            new Info()
                .title("nsxsim")
                .version("v1")
                .description(
                    "What a real NSX Manager has no address for: the inventory that it would"
                        + " discover, traces through the stored configuration, and the way back"
                        + " to a scenario.")
                .license(new License().name("Apache-2.0")))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    LOGIN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList(LOGIN));
  }
}
