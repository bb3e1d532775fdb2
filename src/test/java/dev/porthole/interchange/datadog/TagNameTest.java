package dev.porthole.interchange.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagNameTest {
    @ParameterizedTest
    @CsvSource({
        "UpService, UpService",
        "my-svc, my_svc",
        "'a  b', a_b",
        "_x_, x",
        "x (y) [z] {w}, x_y_z_w",
        "'a,b+c*d/e', a_b_c_d_e",
        "a_._b, a.b",
        "a-.-b, a.b",
        "'-', ''",
        "'', ''",
        "サービス 1, サービス_1",
    })
    void aNameIsMadeFitForATag(String name, String tag) {
        assertEquals(tag, TagName.normalise(name));
    }
}
