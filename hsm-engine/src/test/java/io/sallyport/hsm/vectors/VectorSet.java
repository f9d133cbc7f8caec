package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a collection of vectors keeps its sets, and how the cases of one are read. */
enum VectorSet {
    /** One file with inputs and results. */
    WYCHEPROOF("wycheproof/testvectors_v1") {
        @Override
        List<Case> cases(String name) throws IOException {
            List<Case> cases = new ArrayList<>();
            JsonObject file = Vectors.json(folder() + "/" + name + SUFFIX);
            for (JsonObject group : file.objects("testGroups")) {
                for (JsonObject test : group.objects("tests")) {
                    cases.add(new Case(name, group, test));
                }
            }
            if (cases.size() != file.number("numberOfTests")) {
                throw new IOException(name + " has not the cases that it says.");
            }
            return cases;
        }
    },
    /** A folder with prompts and expected results, or with both in one file. */
    ACVP("acvp") {
        @Override
        List<Case> cases(String name) throws IOException {
            String whole = folder() + "/" + name + "/internalProjection" + SUFFIX;
            if (Files.exists(Vectors.path(folder()).resolve(name + "/internalProjection"
                    + SUFFIX))) {
                return joined(name, Vectors.json(whole), Map.of());
            }
            Map<Integer, JsonObject> answers = new HashMap<>();
            JsonObject expected =
                    Vectors.json(folder() + "/" + name + "/expectedResults" + SUFFIX);
            for (JsonObject group : expected.objects("testGroups")) {
                for (JsonObject test : group.objects("tests")) {
                    answers.put(test.number("tcId"), test);
                }
            }
            return joined(name, Vectors.json(folder() + "/" + name + "/prompt" + SUFFIX),
                    answers);
        }
    };

    private static final String SUFFIX = ".json.gz";

    private final String folder;

    VectorSet(String folder) {
        this.folder = folder;
    }

    /** All cases of a set. */
    abstract List<Case> cases(String name) throws IOException;

    String folder() {
        return folder;
    }

    /** The names of all sets. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Vectors.path(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("LICENSE"))
                    .map(name -> name.replace(SUFFIX, "")).sorted().toList();
        }
    }

    /** Each test with the fields of its answer, which has to be right: it is a valid case. */
    private static List<Case> joined(String name, JsonObject file,
            Map<Integer, JsonObject> answers) {
        List<Case> cases = new ArrayList<>();
        for (JsonObject group : file.objects("testGroups")) {
            for (JsonObject test : group.objects("tests")) {
                Map<String, Object> fields = new LinkedHashMap<>(test.fields());
                if (!answers.isEmpty()) {
                    fields.putAll(
                            Objects.requireNonNull(answers.get(test.number("tcId"))).fields());
                }
                fields.put("result", "valid");
                cases.add(new Case(name, group, new JsonObject(fields)));
            }
        }
        return cases;
    }
}
