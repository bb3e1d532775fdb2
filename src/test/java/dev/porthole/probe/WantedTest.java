package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.probe.Regex.Found;
import java.util.List;
import org.junit.jupiter.api.Test;

class WantedTest {
    private static final Bytes ANSWER = Bytes.utf8("220 ready\r\n250 ok\r\n");

    @Test
    void oneOfSeveralIsEnoughForAnyAndNotForAll() {
        Regex there = Regex.re2("^220");
        Regex missing = Regex.re2("nothing");
        assertEquals(Found.YES, in(Wanted.anyOf(missing, there)));
        assertEquals(Found.NO, in(Wanted.allOf(missing, there)));
        assertEquals(Found.YES, in(Wanted.allOf(Regex.re2("250"), there)));
        assertEquals(Found.NO, in(Wanted.of(missing)));
    }

    @Test
    void whatFollowsTheMatchIsNotPartOfIt() {
        assertEquals(3, Wanted.of(Regex.re2("^220")).end(ANSWER));
        assertEquals(14, Wanted.allOf(Regex.re2("250"), Regex.re2("^220")).end(ANSWER));
        assertEquals(14, Wanted.anyOf(Regex.re2("nothing"), Regex.re2("250")).end(ANSWER));
    }

    @Test
    void theEndIsCountedInOctetsNotInCharacters() {
        Bytes text = Bytes.joined(List.of(Bytes.utf8("é"), Bytes.of((byte) 0xff), Bytes.utf8("x!")));
        assertEquals(4, Wanted.of(Regex.re2("^..x")).end(text));
        assertEquals(4, Wanted.of(Regex.octets("^...x")).end(text));
    }

    @Test
    void octetsAreComparedFromTheBeginning() {
        Wanted octets = new Wanted.Octets(Bytes.utf8("220"));
        assertEquals(Found.YES, in(octets));
        assertEquals(3, octets.end(ANSWER));
        assertEquals(Found.NO, octets.in(Bytes.utf8("22"), () -> false));
        assertFalse(octets.isHopeless(Bytes.utf8("22")));
        assertTrue(octets.isHopeless(Bytes.utf8("21")));
    }

    @Test
    void anExpectationWithoutAPatternIsAMistake() {
        assertThrows(IllegalArgumentException.class, Wanted::anyOf);
    }

    private static Found in(Wanted wanted) {
        return wanted.in(ANSWER, () -> false);
    }
}
