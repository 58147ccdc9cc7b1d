package io.nsxsim.web.tags;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.nsxsim.web.groups.MembersHttpTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tags of machines and of objects of the tree. */
class TagsTest extends MembersHttpTest {

  private static final String OPERATION = "/infra/tags/tag-operations/op";
  private static final String MACHINES = "/infra/realized-state/virtual-machines";

  @Test
  void tags_are_counted_over_objects_and_machines() {
    get("/infra/tags")
        .statusCode(200)
        .body("results.find { it.scope == 'os' }.tagged_objects_count", equalTo(2))
        .body("results.find { it.scope == 'zone' }.tag", equalTo("dmz"));
  }

  @Test
  void a_star_stands_for_any_text() {
    get("/infra/tags?scope=*o*")
        .body("results.scope", containsInAnyOrder("os", "role", "role", "zone"));
    get("/infra/tags?scope=TIER&tag=W*").body("results.tag", contains("web"));
  }

  @Test
  void an_empty_scope_asks_for_tags_without_one() {
    get("/infra/tags?scope=").body("results.tag", contains("spare"));
  }

  @Test
  void what_carries_a_tag_is_listed() {
    get("/infra/tags/effective-resources?scope=os&tag=linux")
        .body("results.target_display_name", contains("db-1", "web-1"))
        .body("results[0].target_type", equalTo("VirtualMachine"))
        .body("results.target_id", hasItem(DATABASE));
    get("/infra/tags/effective-resources?scope=zone&filter_by=target_type&filter_text=segment")
        .body("results.path", contains("/infra/segments/front"));
  }

  @Test
  void one_operation_tags_many() {
    put(
            admin(),
            OPERATION,
            "{'tag': {'scope': 'env', 'tag': 'test'}, 'apply_to': ["
                + "{'resource_type': 'VirtualMachine', 'resource_ids': ['"
                + DATABASE
                + "', 'no-such-machine']},"
                + "{'resource_type': 'Segment', 'resource_ids': ['/infra/segments/back']}]}")
        .statusCode(200)
        .body("tag.scope", equalTo("env"));

    get("/infra/tags/effective-resources?scope=env")
        .body("results.target_id", containsInAnyOrder(DATABASE, "/infra/segments/back"));
    get("/infra/segments/back").body("display_name", equalTo("Back End"));
    get(OPERATION).statusCode(200).body("apply_to[0].resource_type", equalTo("VirtualMachine"));
    get(OPERATION + "/status")
        .body("status", equalTo("Error"))
        .body("apply_to[0].resource_tag_status.tag_status", contains("Success", "Error"));
    get("/infra/tags/tag-operations/other/status").statusCode(404).body("error_code", equalTo(600));
  }

  @Test
  void one_operation_takes_a_tag_from_many() {
    put(
            admin(),
            OPERATION,
            "{'tag': {'scope': 'os', 'tag': 'linux'}, 'remove_from': ["
                + "{'resource_type': 'VirtualMachine', 'resource_ids': ['"
                + DATABASE
                + "', 'web-1']}]}")
        .statusCode(200);

    get("/infra/tags?scope=os").body("results", empty());
    get(OPERATION + "/status").body("status", equalTo("Success"));
  }

  @Test
  void a_machine_has_at_most_thirty_tags() {
    posted(MACHINES + "/" + DATABASE + "/tags", tags(30)).statusCode(204);
    posted(MACHINES + "/" + DATABASE + "/tags", tags(31))
        .statusCode(400)
        .body("details", equalTo("/tags"));
  }

  @Test
  void a_project_sees_the_machines_that_are_plugged_in_there() {
    project();
    get("/orgs/default/projects/p/infra/realized-state/virtual-machines")
        .statusCode(200)
        .body("result_count", equalTo(0));
    posted(
            "/orgs/default/projects/p/infra/realized-state/virtual-machines/" + DATABASE + "/tags",
            "{'tags': [{'scope': 'a', 'tag': 'b'}]}")
        .statusCode(204);
    get(MACHINES).body("results.find { it.display_name == 'db-1' }.tags[0].scope", equalTo("a"));
  }

  private static String tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'scope': 's" + i + "', 'tag': 't'}")
        .collect(Collectors.joining(",", "{'tags': [", "]}"));
  }
}
