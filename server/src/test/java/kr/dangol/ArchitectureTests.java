package kr.dangol;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "kr.dangol", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule timeIsReadFromTheClock =
            noClasses()
                    .should()
                    .callMethodWhere(readsTheSystemsTime())
                    .because("business days are Seoul's, and tests must be able to move the clock");

    @ArchTest
    static final ArchRule theVocabularyIsPlainJava =
            noClasses()
                    .that()
                    .resideInAPackage("kr.dangol.shared..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "jakarta..", "tools.jackson..", "java.sql..");

    @ArchTest
    static final ArchRule planningKnowsNoTechnology =
            noClasses()
                    .that()
                    .resideInAPackage("kr.dangol.recommendation.planning..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "jakarta..",
                            "tools.jackson..",
                            "com.anthropic..",
                            "java.sql..");

    @ArchTest
    static final ArchRule controllersAreHidden =
            classes().that().areAnnotatedWith(RestController.class).should().notBePublic();

    @ArchTest
    static final ArchRule nobodyPrintsToTheConsole =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    private static DescribedPredicate<JavaMethodCall> readsTheSystemsTime() {
        var nows =
                Set.of(
                        "java.time.Instant",
                        "java.time.LocalDate",
                        "java.time.LocalDateTime",
                        "java.time.LocalTime",
                        "java.time.OffsetDateTime",
                        "java.time.ZonedDateTime",
                        "java.time.Year",
                        "java.time.YearMonth");
        return describe(
                "reads the system's time",
                call -> {
                    var target = call.getTarget();
                    var owner = target.getOwner().getFullName();
                    var takesClock =
                            target.getRawParameterTypes().stream()
                                    .anyMatch(type -> type.getName().equals("java.time.Clock"));
                    return (nows.contains(owner) && target.getName().equals("now") && !takesClock)
                            || (owner.equals("java.lang.System")
                                    && target.getName().equals("currentTimeMillis"));
                });
    }
}
