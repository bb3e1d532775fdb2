package dev.porthole.counts;

/// How sure a rule wants to be.
///
/// @param need so many of the last readings must alert
/// @param of of so many readings, up to 3600
/// @param margin by how much a value must be back inside the range before the alert ends, in the unit of the value
public record Firmness(int need, int of, double margin) {
    /// Each reading counts by itself.
    public static final Firmness AT_ONCE = new Firmness(1, 1, 0);

    /// An hour of readings.
    public static final int MOST = 3600;

    public Firmness {
        if (need < 1 || need > of || of > MOST) {
            throw new IllegalArgumentException(
                    "Write how many of the last readings must alert, for example 3 of 5; at most " + MOST + ".");
        }
        if (!(margin >= 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("The margin is a number from 0.");
        }
    }
}
