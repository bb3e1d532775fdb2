package dev.porthole.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the module, or into the manifest of the jar; from a folder of classes none is
/// known.
final class Version implements IVersionProvider {
    static String text() {
        return Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(Version.class.getPackage().getImplementationVersion()))
                .orElse("(development build)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"porthole " + text()};
    }
}
