package io.nsxsim.catalogue.profiles;

import io.nsxsim.catalogue.Behaviour;
import io.nsxsim.catalogue.Fields;
import io.nsxsim.catalogue.Surroundings;
import io.nsxsim.error.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * When a policy holds: between two dates, on some days, between two hours of these.
 *
 * <p>Source: the API reference on {@code PolicyFirewallScheduler}: dates as MM/DD/YYYY, times as
 * HH:MM on the full or half hour.
 */
@Component
final class SchedulerBehaviour implements Behaviour {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");

  @Override
  public Set<String> kinds() {
    return Set.of("PolicyFirewallScheduler");
  }

  @Override
  public void rules(JsonNode document, Surroundings around, Consumer<Problem> problems) {
    Optional<LocalDate> first = date(document, "start_date", problems);
    Optional<LocalDate> last = date(document, "end_date", problems);
    if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
      problems.accept(Problem.conflict("/end_date", "The schedule ends before it starts."));
    }
    time(document, "", "start_time", problems);
    time(document, "", "end_time", problems);
    JsonNode intervals = document.path("time_interval");
    for (int i = 0; i < intervals.size(); i++) {
      checkInterval(intervals.get(i), "/time_interval/" + i, problems);
    }
  }

  private static void checkInterval(JsonNode interval, String at, Consumer<Problem> problems) {
    Optional<LocalTime> start = time(interval, at, "start_interval", problems);
    Optional<LocalTime> end = time(interval, at, "end_interval", problems);
    if (start.isPresent() && end.filter(start.get()::isAfter).isPresent()) {
      problems.accept(Problem.conflict(at + "/end_interval", "It ends before it starts."));
    }
  }

  private static Optional<LocalDate> date(
      JsonNode document, String field, Consumer<Problem> problems) {
    return Fields.text(document, field)
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text, DATE));
          } catch (DateTimeException e) {
            problems.accept(Problem.invalid("/" + field, text + " is no date as MM/DD/YYYY."));
            return Optional.empty();
          }
        });
  }

  private static Optional<LocalTime> time(
      JsonNode document, String at, String field, Consumer<Problem> problems) {
    return Fields.text(document, field)
        .flatMap(text -> {
          if (text.matches("([01]\\d|2[0-3]):[03]0")) {
            return Optional.of(LocalTime.parse(text));
          }
          problems.accept(
              Problem.invalid(at + "/" + field, text + " is no full or half hour as HH:MM."));
          return Optional.empty();
        });
  }
}
