package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSortTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8, 9, 17, 100, 1023, 20_000})
    void itSortsLikeTheStableSortOfTheJdk(int size) {
        Random random = new Random(20261121L + size);
        for (int kinds : new int[] {1, 3, 1000}) {
            int[] values = random.ints(size, 0, kinds).toArray();
            int[] rows = IntStream.range(0, size).toArray();
            int[] expected = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingInt(row -> values[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();

            RowSort.sort(rows, (left, right) -> Integer.compare(values[left], values[right]));

            assertArrayEquals(expected, rows);
        }
    }
}
