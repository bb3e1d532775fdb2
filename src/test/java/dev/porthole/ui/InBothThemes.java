package dev.porthole.ui;

import dev.porthole.ui.kit.Theme;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A test that is given the light theme, and then the dark one.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(
        value = Theme.Choice.class,
        names = {"LIGHT", "DARK"})
@interface InBothThemes {}
