package io.nsxsim.web.search;

import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the search in Swagger UI, as an area of its own. */
@Configuration(proxyBeanMethods = false)
class SearchDocument {

  @Bean
  GroupedOpenApi searchInterface() {
    return GroupedOpenApi.builder()
        .group("search")
        .pathsToMatch("/policy/api/v1/search/**", "/api/v1/search/**")
        .build();
  }
}
