package io.nsxsim.simulation;

import io.nsxsim.net.Protocol;
import io.nsxsim.simulation.RuleMatch.Decision;
import io.nsxsim.topology.DistributedFirewall;
import io.nsxsim.topology.FirewallRule;
import io.nsxsim.topology.FirewallRule.Action;
import io.nsxsim.topology.FirewallRule.Direction;
import io.nsxsim.topology.Interface;
import io.nsxsim.topology.Vnic;
import java.util.Optional;
import java.util.function.Supplier;

/** The distributed firewall at a network card (rules 28 and 29), and the state of its port. */
final class CardFirewall {

  private final DistributedFirewall firewall;

  CardFirewall(DistributedFirewall firewall) {
    this.firewall = firewall;
  }

  /**
   * Lets the packet through the card, or ends its journey.
   *
   * @param unanswered what comes back when the port is down: nobody is found behind it then
   */
  void pass(
      Journey journey, Interface card, Direction direction, Supplier<Optional<Reply>> unanswered) {
    if (card.vnic().isEmpty()) {
      return;
    }
    Vnic vnic = card.vnic().get();
    if (vnic.blockedBy().isPresent()) {
      journey.end(
          Fate.PORT_DOWN,
          card.device(),
          vnic.blockedBy(),
          () -> vnic.blockedBy().get() + " has admin_state DOWN",
          unanswered.get());
      return;
    }
    if (firewall.excluded().contains(vnic.port())) {
      return;
    }
    journey.consult(DistributedFirewall.SUBJECT);
    if (journey.session(card, journey.packet()).isPresent()) {
      journey.add(new Step.Recognized(Optional.of(vnic.port()), Optional.of(card)));
      return;
    }
    decide(journey, card, vnic, direction);
  }

  private void decide(Journey journey, Interface card, Vnic vnic, Direction direction) {
    RuleMatch.Place place = new RuleMatch.Place(Optional.of(vnic.port()), true, direction);
    if (!firewall.ethernet().isEmpty()) {
      apply(journey, card, place, RuleMatch.deciding(firewall.ethernet(), place, journey.packet()));
    }
    if (!journey.hasEnded()) {
      Decision decision = RuleMatch.deciding(firewall.rules(), place, journey.packet());
      apply(journey, card, place, decision);
      if (decision.action() != Action.DROP && keepsState(decision)) {
        journey.remember(card, journey.packet());
      }
    }
  }

  private static boolean keepsState(Decision decision) {
    return decision.rule().isEmpty() || decision.rule().get().stateful();
  }

  private static void apply(
      Journey journey, Interface card, RuleMatch.Place place, Decision decision) {
    decision
        .rule()
        .ifPresent(each -> journey.add(new Step.Filtered(each, place.direction(), card)));
    if (decision.action() == Action.ALLOW) {
      decision.otherwise().ifPresent(each -> journey.doubt(mayMean(each)));
    } else if (decision.otherwise().isPresent()) {
      FirewallRule other = decision.otherwise().get();
      journey.assume(mayMean(other));
      end(journey, Fate.UNDECIDED, card, other, Optional.empty());
    } else if (decision.action() == Action.DROP) {
      end(journey, Fate.FIREWALL_DROP, card, decision.rule().orElseThrow(), Optional.empty());
    } else {
      Optional<Reply> reply = Optional.of(rejection(card, place.direction(), journey.packet()));
      end(journey, Fate.FIREWALL_REJECT, card, decision.rule().orElseThrow(), reply);
    }
  }

  /** What is said of a rule that depends on something that is not modelled. */
  static String mayMean(FirewallRule rule) {
    return "Whether " + rule.path() + " means the packet depends on what is not modelled";
  }

  private static void end(
      Journey journey, Fate fate, Interface card, FirewallRule rule, Optional<Reply> reply) {
    journey.end(
        fate,
        card.device(),
        Optional.of(rule.path()),
        () -> rule.path() + " at the network card " + card.name(),
        reply);
  }

  /** The filter answers in the name of the destination: a reset for TCP, else prohibited. */
  private static Reply rejection(Interface card, Direction direction, Packet packet) {
    Packet answer =
        packet.protocol() == Protocol.TCP
            ? packet.reply()
            : AnswerKind.PROHIBITED.error(packet.destination(), packet);
    AnswerKind kind = packet.protocol() == Protocol.TCP ? AnswerKind.REPLY : AnswerKind.PROHIBITED;
    Optional<Interface> comesInBy =
        direction == Direction.OUT ? Optional.of(card) : Optional.empty();
    return new Reply(kind, card.device(), answer, comesInBy, 0);
  }
}
