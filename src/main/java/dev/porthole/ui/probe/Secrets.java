package dev.porthole.ui.probe;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What of a form is never saved, logged or copied.
final class Secrets {
    private static final Pattern TELLTALE = Pattern.compile(
            "\\b(PASS|PASSWD|PASSWORD|AUTH|AUTHINFO|LOGIN|AUTHENTICATE|SECRET|TOKEN|COOKIE)\\b|authorization|api[-_]?key"
                    + "|://[^/@\\s]*@",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/@]*@");

    private Secrets() {}

    /// Whether what is sent is to be hidden: said so by the user, or by its own words.
    static boolean hides(ProbeForm form) {
        return form.is(ProbeField.SECRET)
                || TELLTALE.matcher(form.get(ProbeField.SEND)).find()
                || TELLTALE.matcher(form.get(ProbeField.QUIT)).find();
    }

    /// The form as it may be saved under a name.
    static ProbeForm removed(ProbeForm form) {
        Set<ProbeField> secret = EnumSet.of(ProbeField.PASSWORD);
        if (hides(form)) {
            secret.add(ProbeField.SEND);
            secret.add(ProbeField.QUIT);
        }
        return form.without(secret)
                .with(
                        ProbeField.HOST,
                        USER_INFO.matcher(form.get(ProbeField.HOST)).replaceAll(""));
    }
}
