package io.nsxsim;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The boundaries between the packages; a new package gets its place here before its first class.
 */
class ArchitectureTest {

  private static final String ROOT = "io.nsxsim";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packages_point_down_only() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("web")
        .definedBy(ROOT + ".web..")
        .layer("security")
        .definedBy(ROOT + ".security..")
        .layer("scenario")
        .definedBy(ROOT + ".scenario..")
        .layer("imports")
        .definedBy(ROOT + ".imports..")
        .layer("search")
        .definedBy(ROOT + ".search..")
        .layer("manager")
        .definedBy(ROOT + ".manager..")
        .layer("tags")
        .definedBy(ROOT + ".tags..")
        .layer("realization")
        .definedBy(ROOT + ".realization..")
        .layer("datapath")
        .definedBy(ROOT + ".datapath..")
        .layer("reachability")
        .definedBy(ROOT + ".reachability..")
        .layer("lab")
        .definedBy(ROOT + ".lab..")
        .layer("simulation")
        .definedBy(ROOT + ".simulation..")
        .layer("topology")
        .definedBy(ROOT + ".topology..")
        .layer("inventory")
        .definedBy(ROOT + ".inventory..")
        .layer("engine")
        .definedBy(ROOT + ".engine..")
        .layer("catalogue")
        .definedBy(ROOT + ".catalogue..")
        .layer("store")
        .definedBy(ROOT + ".store..")
        .whereLayer("web")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("security")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("scenario")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("imports")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("search")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("tags")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("realization")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("datapath")
        .mayOnlyBeAccessedByLayers("web", "realization")
        .whereLayer("manager")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("reachability")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("lab")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("simulation")
        .mayOnlyBeAccessedByLayers("web", "realization", "datapath", "reachability")
        .whereLayer("topology")
        .mayOnlyBeAccessedByLayers("web", "realization", "datapath", "simulation", "reachability")
        .whereLayer("inventory")
        .mayOnlyBeAccessedByLayers(
            "web",
            "scenario",
            "imports",
            "search",
            "manager",
            "tags",
            "realization",
            "datapath",
            "lab",
            "topology")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers(
            "web",
            "security",
            "scenario",
            "imports",
            "search",
            "manager",
            "tags",
            "realization",
            "datapath",
            "lab",
            "topology")
        .whereLayer("catalogue")
        .mayOnlyBeAccessedByLayers("web", "scenario", "search", "engine")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("search", "engine")
        .check(CLASSES);
  }

  @Test
  void packages_form_no_cycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void leaves_use_only_the_jdk() {
    only(".path..", "java..", "org.jspecify..", ROOT + ".path..").check(CLASSES);
    only(".error..", "java..", "org.jspecify..", ROOT + ".error..").check(CLASSES);
    only(".net..", "java..", "org.jspecify..", "inet.ipaddr..", ROOT + ".net..").check(CLASSES);
  }

  @Test
  void the_simulation_is_plain_java() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".simulation..", ROOT + ".reachability..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "jakarta..",
            "org.hibernate..",
            "tools.jackson..",
            "com.fasterxml..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /** It would agree with the simulation by construction. */
  @Test
  void the_lab_knows_nothing_that_the_simulation_computes() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".lab..", ROOT + ".web.lab..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".topology..", ROOT + ".simulation..", ROOT + ".web.simulation..")
        .check(CLASSES);
  }

  @Test
  void only_packages_that_own_tables_know_persistence() {
    noClasses()
        .that(
            not(resideInAnyPackage(ROOT + ".store..", ROOT + ".inventory..", ROOT + ".security..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
        .check(CLASSES);
  }

  @Test
  void only_the_index_knows_lucene() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".search.index..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  @Test
  void only_web_knows_spring_web() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".web..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.web..", "org.springframework.http..")
        .check(CLASSES);
  }

  @Test
  void only_web_and_security_know_servlets() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + ".web..", ROOT + ".security..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.servlet..", "org.apache.catalina..")
        .check(CLASSES);
  }

  @Test
  void every_package_says_what_it_is_for() {
    assertThat(CLASSES.getPackage(ROOT).getSubpackagesInTree())
        .filteredOn(each -> !each.getClasses().isEmpty())
        .allSatisfy(each ->
            assertThat(each.isAnnotatedWith(NullMarked.class))
                .as("package-info.java with @NullMarked in " + each.getName())
                .isTrue());
  }

  @Test
  void no_package_is_a_drawer() {
    assertThat(CLASSES.getPackage(ROOT).getSubpackagesInTree())
        .extracting(JavaPackage::getRelativeName)
        .doesNotContain("common", "util", "utils", "helper", "misc", "shared");
  }

  @Test
  void no_class_is_named_after_nothing() {
    classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Dto)").check(CLASSES);
  }

  @Test
  void test_classes_end_in_Test() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
      List<Path> misnamed =
          sources
              .filter(source -> source.toString().endsWith(".java"))
              .filter(source -> !source.toString().endsWith("Test.java"))
              .filter(ArchitectureTest::hasTests)
              .toList();
      assertThat(misnamed).as("Surefire would not run these").isEmpty();
    }
  }

  private static boolean hasTests(Path source) {
    try {
      String text = Files.readString(source);
      return !text.contains("abstract class ")
          && text.lines().map(String::strip).anyMatch("@Test"::equals);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static ArchRule only(String leaf, String... allowed) {
    return classes()
        .that()
        .resideInAPackage(ROOT + leaf)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true);
  }
}
