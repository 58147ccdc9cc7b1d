package io.nsxsim.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.DEFINED_PORT;

import io.nsxsim.RunningServer;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;

@SpringBootTest(webEnvironment = DEFINED_PORT)
class DocumentTest {

  @Autowired private ApplicationContext context;
  private RunningServer server;

  @BeforeEach
  void findServer() {
    server = RunningServer.in(context);
  }

  @Test
  void the_root_leads_to_swagger_ui() {
    Response answer = server.stranger().redirects().follow(false).get("/");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/swagger-ui/index.html");
  }

  @Test
  void our_own_interface_is_described_with_its_login() {
    server
        .stranger()
        .get("/v3/api-docs/nsxsim")
        .then()
        .statusCode(200)
        .body("info.title", equalTo("nsxsim"))
        .body("components.securitySchemes.basic.scheme", equalTo("basic"))
        .body("$", hasKey("paths"));
  }

  @Test
  void every_parameter_has_a_type() {
    for (String group : List.of("nsxsim", "search")) {
      List<Map<String, Object>> parameters =
          server
              .stranger()
              .get("/v3/api-docs/" + group)
              .jsonPath()
              .getList(
                  "paths.collect{it.value}.collectMany{it.values()}.collectMany{it.parameters ?: []}");
      assertThat(parameters)
          .isNotEmpty()
          .allSatisfy(parameter -> {
            assertThat(parameter).containsKey("schema");
          });
    }
  }

  @Test
  void swagger_ui_offers_every_document() throws Exception {
    List<String> urls = server.stranger().get("/v3/api-docs/swagger-config").path("urls.url");
    List<String> areas = areas().stream().map(name -> "/openapi/" + name).toList();
    assertThat(urls).contains("/v3/api-docs/nsxsim").containsAll(areas);
    assertThat(urls).doesNotContain("/openapi/shared.json");
  }

  @Test
  void an_area_is_served_as_it_is_and_not_twice() throws Exception {
    for (String area : areas()) {
      Response first = server.stranger().get("/openapi/" + area);
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.contentType()).isEqualTo("application/json");
      assertThat(first.asByteArray())
          .isEqualTo(context.getResource("classpath:openapi/" + area).getContentAsByteArray());
      String changed = first.header("Last-Modified");
      server
          .stranger()
          .header("If-Modified-Since", changed)
          .get("/openapi/" + area)
          .then()
          .statusCode(304);
    }
  }

  @Test
  void an_unknown_area_is_404() {
    server.stranger().get("/openapi/nothing.json").then().statusCode(404);
  }

  private List<String> areas() throws Exception {
    return java.util.Arrays.stream(context.getResources("classpath*:openapi/*.json"))
        .map(Resource::getFilename)
        .filter(name -> name != null && !name.equals("shared.json"))
        .toList();
  }
}
