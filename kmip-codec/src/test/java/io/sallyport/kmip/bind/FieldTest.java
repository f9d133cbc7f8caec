package io.sallyport.kmip.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The rows of a table: what is there, how often, and in which versions. */
class FieldTest {
    private static final KmipVersion EARLY = KmipVersion.V1_1;
    private static final KmipVersion LATE = KmipVersion.V2_0;

    private record Holder(@Nullable Integer number, @Nullable List<Integer> numbers) {}

    private static final Holder NUMBER = new Holder(7, List.of());
    private static final Holder NOTHING = new Holder(null, List.of());

    private static Field<Holder, Integer> required() {
        return Field.required(Tag.ITERATION_COUNT, Codecs.INTEGER, Holder::number);
    }

    private static Field<Holder, Integer> optional() {
        return Field.optional(Tag.ITERATION_COUNT, Codecs.INTEGER, Holder::number);
    }

    private static <T> List<TtlvItem> said(Field<Holder, T> field, Holder holder,
            Dialect dialect) {
        List<TtlvItem> out = new ArrayList<>();
        assertThat(field.encode(holder, dialect, out)).isTrue();
        return out;
    }

    private static TtlvItem number(int value) {
        return new TtlvItem.IntegerItem(Tag.ITERATION_COUNT, value);
    }

    @Test
    void aRequiredFieldIsThereOnce() throws Exception {
        Field<Holder, Integer> field = required();
        assertThat(field.decode(List.of(number(7)), EARLY, "Holder")).isEqualTo(7);
        assertThatThrownBy(() -> field.decode(List.of(), EARLY, "Holder"))
                .isInstanceOfSatisfying(BindFault.class, fault -> {
                    assertThat(fault.reason()).isEqualTo(ResultReason.INVALID_MESSAGE);
                    assertThat(fault.detail()).isEqualTo("Holder lacks Iteration Count");
                });
        assertThatThrownBy(() -> field.decode(List.of(number(1), number(2)), EARLY, "Holder"))
                .isInstanceOf(BindFault.class).hasMessage("Iteration Count is there twice");
        assertThat(said(field, NUMBER, Dialect.ofRequest(EARLY))).containsExactly(number(7));
        assertThat(field.encode(NOTHING, Dialect.ofResponse(EARLY), new ArrayList<>())).isFalse();
    }

    @Test
    void anOptionalFieldMayBeMissing() throws Exception {
        Field<Holder, Integer> field = optional();
        assertThat(field.decode(List.of(number(7)), EARLY, "Holder")).isEqualTo(7);
        assertThat(field.decode(List.of(), EARLY, "Holder")).isNull();
        assertThat(said(field, NOTHING, Dialect.ofRequest(EARLY))).isEmpty();
    }

    @Test
    void aRepeatedFieldKeepsItsOrder() throws Exception {
        Field<Holder, List<Integer>> field = Field.repeated(Tag.ITERATION_COUNT, Codecs.INTEGER,
                Holder::numbers);
        assertThat(field.decode(List.of(number(2), number(1)), EARLY, "Holder"))
                .containsExactly(2, 1);
        assertThat(field.decode(List.of(), EARLY, "Holder")).isEmpty();
        assertThat(said(field, new Holder(null, List.of(2, 1)), Dialect.ofRequest(EARLY)))
                .containsExactly(number(2), number(1));
        assertThat(field.accepts(Tag.ITERATION_COUNT)).isTrue();
        assertThat(field.accepts(Tag.SALT)).isFalse();
    }

    @Test
    void aSpanIsThereOrMayBeThere() throws Exception {
        SpanCodec<Integer> codec = new Spans.Single<>(Tag.ITERATION_COUNT, Codecs.INTEGER);
        Field<Holder, Integer> must = Field.span("a count", codec, Holder::number);
        Field<Holder, Integer> may = Field.optionalSpan("a count", codec, Holder::number);
        assertThatThrownBy(() -> must.decode(List.of(), EARLY, "Holder"))
                .hasMessage("Holder lacks a count");
        assertThat(may.decode(List.of(), EARLY, "Holder")).isNull();
        assertThat(must.decode(List.of(number(3)), EARLY, "Holder")).isEqualTo(3);
        assertThat(said(may, NUMBER, Dialect.ofRequest(EARLY))).containsExactly(number(7));
    }

    @Test
    void outsideOfItsVersionsAFieldIsUnderstoodButNotSaid() throws Exception {
        isNotOf(EARLY, required().since(LATE));
        isNotOf(LATE, required().until(LATE));
        assertThat(said(required().since(LATE), NUMBER, Dialect.ofRequest(LATE))).hasSize(1);
        assertThat(said(required().until(LATE), NUMBER, Dialect.ofRequest(EARLY))).hasSize(1);
    }

    private static void isNotOf(KmipVersion version, Field<Holder, Integer> field)
            throws BindFault {
        assertThat(said(field, NUMBER, Dialect.ofResponse(version))).isEmpty();
        assertThat(field.decode(List.of(number(7)), version, "Holder")).isEqualTo(7);
        assertThat(field.decode(List.of(), version, "Holder")).isNull();
        assertThatThrownBy(() -> said(field, NUMBER, Dialect.ofRequest(version)))
                .isInstanceOf(UnsayableException.class);
        assertThat(said(field, NOTHING, Dialect.ofRequest(version))).isEmpty();
    }

    @Test
    void anEmptyListIsNotLostWhereItsFieldIsMissing() {
        Field<Holder, List<Integer>> field = Field.<Holder, Integer>repeated(
                Tag.ITERATION_COUNT, Codecs.INTEGER, Holder::numbers).since(LATE);
        assertThat(said(field, NOTHING, Dialect.ofRequest(EARLY))).isEmpty();
        assertThatThrownBy(() -> said(field, new Holder(null, List.of(1)),
                Dialect.ofRequest(EARLY))).isInstanceOf(UnsayableException.class);
    }

    @Test
    void whatIsToldOtherwiseIsNotLost() {
        Field<Holder, Integer> field = required().since(LATE).toldOtherwise();
        assertThat(said(field, NUMBER, Dialect.ofRequest(EARLY))).isEmpty();
        assertThat(said(field, NUMBER, Dialect.ofRequest(LATE))).hasSize(1);
        assertThat(said(required().toldOtherwise().since(LATE), NUMBER, Dialect.ofRequest(EARLY)))
                .isEmpty();
        assertThat(said(required().toldOtherwise().until(LATE), NUMBER, Dialect.ofRequest(LATE)))
                .isEmpty();
    }

    @Test
    void aListIsAStructureThatIsThereOnlyAroundSomething() throws Exception {
        StructureBinding<List<Integer>> list = Lists.of("Counts", Tag.ITERATION_COUNT,
                Codecs.INTEGER);
        TtlvItem two = Items.structure(Tag.OBJECTS, number(1), number(2));
        assertThat(list.decode(two, EARLY)).containsExactly(1, 2);
        Field<Holder, List<Integer>> field = Lists.optional(Tag.OBJECTS, Tag.ITERATION_COUNT,
                Codecs.INTEGER, Holder::numbers);
        assertThat(said(field, new Holder(null, List.of(1, 2)), Dialect.ofRequest(EARLY)))
                .containsExactly(two);
        assertThat(said(field, NOTHING, Dialect.ofRequest(EARLY))).isEmpty();
        assertThat(said(field, new Holder(null, null), Dialect.ofRequest(EARLY))).isEmpty();
        assertThat(field.decode(List.of(two), EARLY, "Holder")).containsExactly(1, 2);
        assertThat(Lists.orEmpty(null)).isEmpty();
        assertThat(Lists.orEmpty(List.of(1))).containsExactly(1);
    }
}
