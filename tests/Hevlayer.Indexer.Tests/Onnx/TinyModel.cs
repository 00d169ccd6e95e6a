namespace Hevlayer.Indexer.Tests;

/// <summary>
/// Models of a few numbers, whose answers can be worked out by hand: one gives each token a vector of its own, the other
/// multiplies that by the mean of the tokens that the mask lets through, as attention lets a token see its neighbours.
/// </summary>
internal static class TinyModel
{
    public const int Hidden = 4;

    public static string[] Vocabulary { get; } =
    [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "cat", "sat", "dog", "##s", "un", "##able", "cafe", "line",
        "break", "linebreak", "Cat", "café", "!", "$", ".", "[", "]", "+", "猫", "sep", "5",
    ];

    public static byte[] Lookup(string input = "input_ids", int type = OnnxGraph.Int64, string output = "last_hidden_state") =>
        WithTokens(new OnnxGraph().Input(input, type), input).Step("Identity", ["tokens"], output).Build(output);

    /// <summary>A model that gives one number for all, and not a vector a token.</summary>
    public static byte[] OneNumber() =>
        WithTokens(new OnnxGraph().Input("input_ids"))
            .Step("ReduceMax", ["tokens"], "last_hidden_state", ("keepdims", 0))
            .Build("last_hidden_state", rank: 0);

    public static byte[] Attention() =>
        WithTokens(new OnnxGraph().Input("input_ids").Input("attention_mask").Input("token_type_ids"))
            .Constant("types", [0.5f, 0.25f, -0.5f, 1f, 9f, 9f, 9f, 9f], 2, Hidden)
            .Constant("one", [1f])
            .Constant("much", [10_000f])
            .Constant("middle", [1L], 1)
            .Step("Gather", ["types", "token_type_ids"], "type_vectors")
            .Step("Add", ["tokens", "type_vectors"], "states")
            .Step("Cast", ["attention_mask"], "mask", ("to", OnnxGraph.Float))
            .Step("Sub", ["mask", "one"], "hidden_ones")
            .Step("Mul", ["hidden_ones", "much"], "scores")
            .Step("Softmax", ["scores"], "weights", ("axis", -1))
            .Step("Unsqueeze", ["weights", "middle"], "weight_rows")
            .Step("MatMul", ["weight_rows", "states"], "context")
            .Step("Mul", ["states", "context"], "last_hidden_state")
            .Build("last_hidden_state");

    /// <summary>What the first model makes of tokens, worked out here.</summary>
    public static float[] LookupVector(params int[] ids) => Normalize(Mean(ids, component => 0));

    /// <summary>What the second model makes of tokens, worked out here: each is multiplied by the same mean.</summary>
    public static float[] AttentionVector(params int[] ids)
    {
        double[] types = [0.5, 0.25, -0.5, 1];
        return Normalize([.. Mean(ids, component => types[component]).Select(component => component * component)]);
    }

    private static OnnxGraph WithTokens(OnnxGraph graph, string input = "input_ids") =>
        graph
            .Constant("table", [.. Enumerable.Range(0, Vocabulary.Length * Hidden).Select(place => (float)Weight(place / Hidden, place % Hidden))], Vocabulary.Length, Hidden)
            .Step("Gather", ["table", input], "tokens");

    // Padding weighs most: where a mask is forgotten, it shows.
    private static double Weight(int token, int component) => token == 0 ? 50 - component : Math.Sin((7 * token) + (3 * component) + 1);

    private static double[] Mean(int[] ids, Func<int, double> type) =>
        [.. Enumerable.Range(0, Hidden).Select(component => ids.Average(id => Weight(id, component)) + type(component))];

    private static float[] Normalize(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(component => component * component));
        return [.. vector.Select(component => (float)(component / length))];
    }
}
