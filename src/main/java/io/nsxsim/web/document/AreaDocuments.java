package io.nsxsim.web.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.properties.AbstractSwaggerUiConfigProperties.SwaggerUrl;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The documents of the policy tree: the bytes of the contract's files at {@code
 * /openapi/{area}.json}, each an entry of Swagger UI's list.
 */
@Configuration(proxyBeanMethods = false)
class AreaDocuments implements WebMvcConfigurer {

  /** Holds what the areas share and is shown by them. */
  private static final String SHARED = "shared.json";

  AreaDocuments(
      ResourcePatternResolver files, ObjectProvider<SwaggerUiConfigProperties> swaggerUi) {
    Set<SwaggerUrl> areas =
        Arrays.stream(list(files))
            .map(file -> Objects.requireNonNullElse(file.getFilename(), ""))
            .filter(name -> name.endsWith(".json") && !name.equals(SHARED))
            .sorted()
            .map(AreaDocuments::entry)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    swaggerUi.ifAvailable(settings -> settings.setUrls(areas));
  }

  /** A browser keeps the documents but asks each time whether they have changed. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/openapi/*.json")
        .addResourceLocations("classpath:/openapi/")
        .setCacheControl(CacheControl.noCache());
  }

  private static Resource[] list(ResourcePatternResolver files) {
    try {
      return files.getResources("classpath*:/openapi/*.json");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SwaggerUrl entry(String file) {
    String area = file.substring(0, file.length() - ".json".length());
    return new SwaggerUrl(area, "/openapi/" + file, area);
  }
}
