package io.sallyport.gateway.cli;

import java.util.List;

import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.vertx.core.json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sallyport key list}. */
@Command(name = "list", mixinStandardHelpOptions = true,
        description = "List the keys of a partition, the oldest first.")
final class KeyListCommand extends KeyCommand.OnKeys {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000",
            description = "how many at most (default: 1000)")
    private int limit = 1000;

    /** Made by picocli. */
    KeyListCommand() {}

    @Override
    void act(OperatorKeys keys) throws Exception {
        List<String> ids = keys.call(new Locate.Request(limit, null, null, null,
                AttributeList.EMPTY), Locate.Response.class).uniqueIdentifiers();
        JsonArray json = new JsonArray();
        Table table = new Table("ID", "TYPE", "ALGORITHM", "LENGTH", "STATE", "NAMES");
        for (String id : ids) {
            AttributeList attributes = keys.call(
                    new GetAttributes.Request(UniqueIdentifier.of(id), KeyFacts.NAMES),
                    GetAttributes.Response.class).attributes();
            KeyFacts facts = KeyFacts.of(id, attributes);
            json.add(facts.json());
            table.row(facts.id(), facts.type(), facts.algorithm(), facts.length(), facts.state(),
                    String.join(", ", facts.names()));
        }
        print(isJson() ? json.encodePrettily() + "\n" : table);
    }
}
