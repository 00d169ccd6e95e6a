using System.Globalization;

namespace Hevlayer.Local;

/// <summary>
/// Reads the part of PromQL that this gateway evaluates: selectors with matchers, <c>rate</c> and <c>increase</c>, <c>sum</c>,
/// <c>avg</c>, <c>min</c>, <c>max</c> and <c>count</c> with <c>by</c>, and calculations with numbers.
/// </summary>
internal sealed class PromParser
{
    private const int MostLevels = 64;

    private static readonly string[][] Signs = [[">", "<", ">=", "<=", "==", "!="], ["+", "-"], ["*", "/"]];

    private readonly IReadOnlyList<string> _tokens;
    private int _place;
    private int _level;

    private PromParser(string query) => _tokens = PromTokens.Of(query);

    private string? Next => _place < _tokens.Count ? _tokens[_place] : null;

    public static PromExpression Parse(string query)
    {
        var parser = new PromParser(query);
        var expression = parser.Operation(0);
        return parser.Next is { } rest ? throw new PromFault($"unexpected '{rest}'") : expression;
    }

    private PromExpression Operation(int strength)
    {
        if (strength == Signs.Length)
        {
            return Part();
        }

        var left = Operation(strength + 1);
        while (Next is { } sign && Signs[strength].Contains(sign, StringComparer.Ordinal))
        {
            _place++;
            left = new PromOperation(sign, left, Operation(strength + 1));
        }

        return left;
    }

    private PromExpression Part()
    {
        if (++_level > MostLevels)
        {
            throw new PromFault($"the query nests deeper than {MostLevels} levels");
        }

        var word = Take();
        PromExpression part = word switch
        {
            "(" => Closed(Operation(0)),
            "rate" or "increase" when Next == "(" => Growth(word == "rate"),
            "sum" or "avg" or "min" or "max" or "count" when Next is "(" or "by" => Aggregate(word),
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new PromExpression.Number(number),
            _ when IsName(word) && Next == "(" => throw new PromFault($"function '{word}' is not evaluated by the local gateway"),
            _ when IsName(word) => new PromExpression.Selector(word, Matchers()),
            _ => throw new PromFault($"unexpected '{word}'"),
        };
        _level--;
        return part;
    }

    private PromExpression.Growth Growth(bool perSecond)
    {
        Expect("(");
        var selector = new PromExpression.Selector(Take(), Matchers());
        Expect("[");
        var window = PromTime.Duration(Take(), "a range");
        Expect("]");
        Expect(")");
        return new(selector, window, perSecond);
    }

    private PromExpression.Aggregate Aggregate(string name)
    {
        var by = Labels();
        Expect("(");
        var part = Closed(Operation(0));
        return new(MergeOf(name), by.Count > 0 ? by : Labels(), part);
    }

    private List<string> Labels()
    {
        var labels = new List<string>();
        if (Next == "by")
        {
            _place++;
            Expect("(");
            while (Next != ")")
            {
                labels.Add(Take());
                Skip(",");
            }

            Expect(")");
        }

        return labels;
    }

    private List<PromMatcher> Matchers()
    {
        var matchers = new List<PromMatcher>();
        if (Next == "{")
        {
            _place++;
            while (Next != "}")
            {
                matchers.Add(new PromMatcher(Take(), Sign(), Quoted()));
                Skip(",");
            }

            Expect("}");
        }

        return matchers;
    }

    private string Sign() => Take() is "=" or "!=" or "=~" or "!~" ? _tokens[_place - 1] : throw new PromFault($"unexpected '{_tokens[_place - 1]}' in a matcher");

    private string Quoted() => Take() is ['"' or '\'', .., _] text ? text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : throw new PromFault("a matcher takes a quoted text");

    private PromExpression Closed(PromExpression inner)
    {
        Expect(")");
        return inner;
    }

    private string Take() => _place < _tokens.Count ? _tokens[_place++] : throw new PromFault("the query ends too early");

    private void Expect(string token)
    {
        if (Take() is var found && found != token)
        {
            throw new PromFault($"expected '{token}', found '{found}'");
        }
    }

    private void Skip(string token) => _place += Next == token ? 1 : 0;

    private static bool IsName(string word) => char.IsAsciiLetter(word[0]) || word[0] is '_' or ':';

    private static Func<IEnumerable<double>, double> MergeOf(string name) => name switch
    {
        "sum" => Enumerable.Sum,
        "avg" => Enumerable.Average,
        "min" => Enumerable.Min,
        "max" => Enumerable.Max,
        _ => static values => values.Count(),
    };
}
