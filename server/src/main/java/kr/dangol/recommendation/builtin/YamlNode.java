package kr.dangol.recommendation.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// One mapping of a YAML file, read with messages that name the missing field.
record YamlNode(Map<?, ?> fields) {

    static Map<String, YamlNode> map(String resource) {
        var nodes = new LinkedHashMap<String, YamlNode>();
        ((Map<?, ?>) load(resource))
                .forEach(
                        (key, value) -> nodes.put(key.toString(), new YamlNode((Map<?, ?>) value)));
        return nodes;
    }

    private static Object load(String resource) {
        try (InputStream in = YamlNode.class.getResourceAsStream(resource)) {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static List<YamlNode> list(String resource) {
        return ((Collection<?>) load(resource))
                .stream().map(each -> new YamlNode((Map<?, ?>) each)).toList();
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    String text(String key) {
        var value = fields.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key + " in " + fields);
        }
        return value.toString();
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int number(String key, int otherwise) {
        return has(key) ? Integer.parseInt(text(key)) : otherwise;
    }

    /// A list, or a single value as a list of one; empty when absent.
    List<String> texts(String key) {
        return switch (fields.get(key)) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(YamlNode::plain).toList();
            case Object one -> List.of(one.toString());
        };
    }

    private static String plain(@Nullable Object value) {
        return String.valueOf(value).strip();
    }
}
