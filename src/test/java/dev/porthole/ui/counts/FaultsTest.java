package dev.porthole.ui.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void aFaultIsToldOnceAsLongAsItLasts() {
        assertEquals(Optional.of("Disk full."), faults.news(List.of("Disk full.")));
        assertEquals(Optional.empty(), faults.news(List.of("Disk full.")));
        assertEquals(Optional.empty(), faults.news(List.of("Disk full.")));
    }

    @Test
    void aFaultThatComesBackIsToldAgain() {
        assertEquals(Optional.of("Disk full."), faults.news(List.of("Disk full.")));
        assertEquals(Optional.empty(), faults.news(List.of()));
        assertEquals(Optional.of("Disk full."), faults.news(List.of("Disk full.")));
    }

    @Test
    void aLastingFaultIsNotToldAgainWithANewOneNorAfterIt() {
        assertEquals(Optional.of("Damaged."), faults.news(List.of("Damaged.")));
        assertEquals(Optional.of("Disk full."), faults.news(List.of("Damaged.", "Disk full.")));
        assertEquals(Optional.empty(), faults.news(List.of("Damaged.")));
    }

    @Test
    void faultsThatBeginTogetherAreToldTogether() {
        assertEquals(Optional.of("Damaged. Disk full."), faults.news(List.of("Damaged.", "Disk full.")));
    }
}
