package io.sallyport.gateway.cli;

import java.util.List;

import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.vertx.core.json.JsonArray;
import picocli.CommandLine.Command;

/** {@code sallyport key show}. */
@Command(name = "show", mixinStandardHelpOptions = true,
        description = "Show what is known of a key; never its material.")
final class KeyShowCommand extends KeyCommand.OnKey {

    /** Made by picocli. */
    KeyShowCommand() {}

    @Override
    void act(OperatorKeys keys) throws Exception {
        GetAttributes.Response found = keys.call(new GetAttributes.Request(id(), List.of()),
                GetAttributes.Response.class);
        AttributeList attributes = found.attributes();
        KeyFacts facts = KeyFacts.of(found.uniqueIdentifier(), attributes);
        if (isJson()) {
            JsonArray names = new JsonArray();
            attributes.attributes().forEach(one -> names.add(one.name().text()));
            print(facts.json().put("attributes", names).encodePrettily() + "\n");
            return;
        }
        Table table = new Table("key", facts.id());
        table.row("type", facts.type());
        table.row("algorithm", facts.algorithm());
        table.row("length", facts.length());
        table.row("state", facts.state());
        table.row("names", String.join(", ", facts.names()));
        table.row("attributes", String.join(", ", attributes.attributes().stream()
                .map(Attribute::name).map(name -> name.text()).distinct().toList()));
        print(table);
    }
}
