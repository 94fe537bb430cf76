package kr.dangol.platform.openapi;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import kr.dangol.platform.web.IdRecords;
import org.jspecify.annotations.Nullable;

/// Shows our records as they are on the wire: what is not `@Nullable` is required, what is may be
/// null unless its annotation calls it required, and an id is text in the form of a UUID.
final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (IdRecords.isId(raw)) {
            return ofType("string").format("uuid");
        }
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema != null && raw.isRecord() && raw.getName().startsWith("kr.dangol")) {
            var model = model(schema, context);
            if (model.getProperties() != null) {
                describe(model, raw.getRecordComponents());
            }
        }
        return schema;
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        var name = reference.substring(reference.lastIndexOf('/') + 1);
        return context.getDefinedModels().getOrDefault(name, schema);
    }

    private static void describe(Schema<?> model, RecordComponent[] components) {
        var required = new TreeSet<String>();
        for (var component : components) {
            var property = model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            var mayBeMissing = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            var told = told(component);
            var isRequired =
                    !mayBeMissing || (told != null && told.requiredMode() == RequiredMode.REQUIRED);
            if (isRequired) {
                required.add(component.getName());
            }
            if (mayBeMissing && (!isRequired || (told != null && told.nullable()))) {
                model.getProperties().put(component.getName(), orNull(property));
            }
        }
        model.setRequired(new ArrayList<>(required));
    }

    /// What the record itself says; only its accessor keeps the annotation.
    private static io.swagger.v3.oas.annotations.media.@Nullable Schema told(
            RecordComponent component) {
        return component
                .getAccessor()
                .getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    }

    /// springdoc changes the set of types later, so it is one of its own making.
    private static Schema<?> ofType(String type) {
        var schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            var reference = new Schema<>().$ref(schema.get$ref());
            var nothing = ofType("null");
            return new Schema<>().anyOf(List.of(reference, nothing));
        }
        if (schema.getTypes() != null) {
            var types = new TreeSet<>(schema.getTypes());
            types.add("null");
            schema.setTypes(types);
        }
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            allowNull(schema);
        }
        return schema;
    }

    /// The list of values may be one that does not grow.
    private static <T> void allowNull(Schema<T> schema) {
        var values = new ArrayList<@Nullable T>(schema.getEnum());
        values.add(null);
        schema.setEnum(values);
    }
}
