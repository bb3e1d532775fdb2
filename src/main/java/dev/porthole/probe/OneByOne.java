package dev.porthole.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a client would have met that calls the addresses of the name one after the other in the order of the system,
/// as many do, made of the attempts of a run.
///
/// @param lost the time spent on addresses that failed by themselves
/// @param silent addresses at which it would have waited for its own time-out
/// @param reached where it would have got through; empty if nowhere, or if an address was not tried that it would try
public record OneByOne(Duration lost, List<Address> silent, Optional<Address> reached) {
    public OneByOne {
        silent = List.copyOf(silent);
    }

    public static OneByOne of(Trace trace) {
        Duration lost = Duration.ZERO;
        List<Address> silent = new ArrayList<>();
        for (Address address : trace.addresses()) {
            Optional<Attempt> attempt = trace.attempts().stream()
                    .filter(each -> each.address().equals(address))
                    .findFirst();
            if (attempt.isEmpty()) {
                break;
            }
            switch (attempt.get().outcome()) {
                case Attempt.Open _, Attempt.Ready _, Attempt.Answered _ -> {
                    return new OneByOne(lost, silent, Optional.of(address));
                }
                case Attempt.Failed(Fault.ConnectTimeout _),
                        Attempt.Failed(Fault.KernelGaveUp _),
                        Attempt.Overtaken _ -> silent.add(address);
                case Attempt.Failed _ -> lost = lost.plus(attempt.get().span().length());
            }
        }
        return new OneByOne(lost, silent, Optional.empty());
    }
}
