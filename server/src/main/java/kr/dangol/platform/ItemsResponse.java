package kr.dangol.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The wire form of every list: the items of this page and the cursor of the next, null at the end.
public record ItemsResponse<T>(List<T> items, @Nullable String nextCursor) {

    public ItemsResponse {
        items = List.copyOf(items);
    }
}
