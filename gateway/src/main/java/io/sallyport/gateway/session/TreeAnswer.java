package io.sallyport.gateway.session;

import java.nio.ByteBuffer;
import java.util.List;

import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;

/** A message as an item tree, which views the buffers of the outcomes that it tells. */
final class TreeAnswer implements Answer {
    private final TtlvItem tree;
    private final Runnable letGo;
    private final int length;

    TreeAnswer(TtlvItem tree, List<Outcome> outcomes) {
        this(tree, () -> outcomes.forEach(Outcome::letGo));
    }

    TreeAnswer(TtlvItem tree, Runnable letGo) {
        this.tree = tree;
        this.letGo = letGo;
        this.length = TtlvBinary.encodedLength(tree);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void writeTo(ByteBuffer out) {
        TtlvBinary.encode(tree, out);
    }

    @Override
    public void release() {
        letGo.run();
    }
}
