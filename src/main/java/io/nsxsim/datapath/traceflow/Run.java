package io.nsxsim.datapath.traceflow;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a traceflow.
 *
 * @param request NSX's word for whether the packet could be injected
 * @param portId the UUID of the port, empty where there is none
 * @param observations in the words of the Policy API
 * @param analysis what people should know beside
 */
public record Run(
    Request request, String portId, List<ObjectNode> observations, List<String> analysis) {

  /** Whether a packet could be injected. */
  public enum Request {
    SUCCESS,
    SOURCE_PORT_NOT_FOUND,
    /** The port is there, but nobody who runs is plugged in. */
    DATA_PATH_NOT_READY
  }

  public Run {
    observations = List.copyOf(observations);
    analysis = List.copyOf(analysis);
  }

  static Run failed(Request request, String portId, String why) {
    return new Run(request, portId, List.of(), List.of(why));
  }

  /** How many observations are of a sort such as {@code Dropped} or {@code DroppedLogical}. */
  public long count(String sort) {
    return observations.stream()
        .map(each -> each.path("resource_type").asString(""))
        .filter(type -> type.endsWith("Observation" + sort))
        .count();
  }
}
