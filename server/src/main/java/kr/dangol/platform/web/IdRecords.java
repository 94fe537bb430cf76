package kr.dangol.platform.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/// Lets records around a UUID (`StoreId` and its like) be plain text in JSON, so that the
/// vocabulary needs no annotations.
public final class IdRecords extends NopAnnotationIntrospector {

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    /// Whether the type is a record of exactly one UUID.
    public static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated member) {
        return member instanceof AnnotatedMethod method
                        && isId(method.getDeclaringClass())
                        && method.getName()
                                .equals(
                                        method.getDeclaringClass()
                                                .getRecordComponents()[0]
                                                .getName())
                ? Boolean.TRUE
                : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
            MapperConfig<?> config, Annotated member) {
        return member instanceof AnnotatedConstructor constructor
                        && isId(constructor.getDeclaringClass())
                ? JsonCreator.Mode.DELEGATING
                : null;
    }
}
