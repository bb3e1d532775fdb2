package dev.porthole;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The walls between the rooms of `docs/ARCHITECTURE.md` that the compiler does not give.
class LayersTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.porthole");

    private static final String[] BEDROCK = {"dev.porthole.net..", "dev.porthole.threshold.."};
    private static final String[] SHELLS = {
        "dev.porthole.sockets.source..",
        "dev.porthole.probe.wire..",
        "dev.porthole.watch.schedule..",
        "dev.porthole.profile.store..",
        "dev.porthole.diagnosis.source.."
    };
    private static final String[] ENTRIES = {"dev.porthole.cli..", "dev.porthole.ui.."};

    /// Shells, assembly and entries touch the world; all the rest is the core.
    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage("dev.porthole..")
            .and(not(resideInAnyPackage(SHELLS)))
            .and(not(resideInAnyPackage(ENTRIES)))
            .and(not(resideInAPackage("dev.porthole.engine..")))
            .as("the core");

    @Test
    void theProductIsSeen() {
        holds(classes()
                .that()
                .haveSimpleName("Severity")
                .should()
                .resideInAPackage("dev.porthole.threshold")
                .allowEmptyShould(false));
    }

    @Test
    void theCoreKnowsNoShellAndNoEntry() {
        holds(noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(SHELLS)
                        .or(resideInAnyPackage(ENTRIES))
                        .or(resideInAPackage("dev.porthole.engine.."))));
    }

    @Test
    void bedrockKnowsOnlyItself() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(BEDROCK)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.porthole..").and(not(resideInAnyPackage(BEDROCK)))));
    }

    @Test
    void shellsKnowNoAssemblyAndNoEntry() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(SHELLS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ENTRIES).or(resideInAPackage("dev.porthole.engine.."))));
    }

    @Test
    void theEngineKnowsNoEntry() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.porthole.engine..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ENTRIES)));
    }

    @Test
    void commandLineAndWindowAreStrangers() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.porthole.cli..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.porthole.ui..")));
        holds(noClasses()
                .that()
                .resideInAPackage("dev.porthole.ui..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.porthole.cli..")));
    }

    @Test
    void entriesActThroughTheEngineOnly() {
        holds(noClasses().that().resideInAnyPackage(ENTRIES).should().dependOnClassesThat(resideInAnyPackage(SHELLS)));
    }

    @Test
    void theCoreHasNoInputOutputClockThreadOrNativeCall() {
        holds(noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.lang.foreign..",
                                "java.util.concurrent..",
                                "javax.net..")
                        .or(socketsAndFiles())
                        .or(simpleName("Thread"))
                        .or(simpleName("Process"))
                        .or(simpleName("ProcessHandle"))
                        .or(simpleName("ProcessBuilder"))));
        holds(noClasses().that(CORE).should().callMethodWhere(readsTheClock()));
    }

    @Test
    void javaFxStaysInTheWindow() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("dev.porthole.ui..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")));
    }

    @Test
    void eachLibraryHasItsOnePlace() {
        onlyIn("dev.porthole.sockets.source.oshi..", "oshi..");
        onlyIn("dev.porthole.cli..", "picocli..");
        onlyIn("dev.porthole.interchange.yaml..", "org.snakeyaml..");
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("..ffi..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.foreign..")));
    }

    @Test
    void onlyTheFxLaneHandsWorkToTheFxThread() {
        holds(noClasses()
                .that()
                .doNotHaveSimpleName("FxLane")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("runLater"))));
    }

    @Test
    void viewModelsKnowNoNode() {
        holds(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "javafx.scene..", "javafx.stage..", "javafx.fxml..", "org.controlsfx..", "atlantafx..")));
    }

    @Test
    void onlyMainTouchesTheStandardStreams() {
        holds(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.porthole.cli.Main")
                .should()
                .accessFieldWhere(
                        JavaFieldAccess.Predicates.target(HasOwner.Predicates.With.owner(type(System.class)))));
    }

    @Test
    void roomsFormNoCycle() {
        holds(slices().matching("dev.porthole.(**)").should().beFreeOfCycles());
    }

    @Test
    void namesSayWhatAClassIs() {
        holds(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)$"));
    }

    @Test
    void noMutableStaticState() {
        holds(noFields()
                .that()
                .areStatic()
                .and()
                .areNotFinal()
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage("dev.porthole.."));
    }

    private static void onlyIn(String place, String library) {
        holds(noClasses().that().resideOutsideOfPackage(place).should().dependOnClassesThat(resideInAPackage(library)));
    }

    private static DescribedPredicate<JavaClass> socketsAndFiles() {
        return resideInAnyPackage("java.io", "java.net")
                .and(simpleName("File")
                        .or(simpleName("Socket"))
                        .or(simpleName("ServerSocket"))
                        .or(simpleName("InetAddress"))
                        .or(simpleName("FileInputStream"))
                        .or(simpleName("FileOutputStream"))
                        .or(simpleName("RandomAccessFile")))
                .as("files and sockets");
    }

    private static DescribedPredicate<JavaMethodCall> readsTheClock() {
        return DescribedPredicate.describe(
                "reads the clock", call -> switch (call.getTarget().getFullName()) {
                    case "java.time.Instant.now()",
                            "java.time.LocalDate.now()",
                            "java.time.LocalDateTime.now()",
                            "java.time.ZonedDateTime.now()",
                            "java.lang.System.nanoTime()",
                            "java.lang.System.currentTimeMillis()" -> true;
                    default -> false;
                });
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
