using System.Text.RegularExpressions;
using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Passes;

/// <summary>Drops types that no operation sends or receives: a type without a use is only noise in IntelliSense.</summary>
internal static partial class ReachabilityPass
{
    // The error bodies hang on the replies that are not modelled as results.
    private static readonly string[] AlwaysKept = ["ErrorBody", "AuthErrorBody"];

    public static ApiModel Apply(ApiModel model)
    {
        var kept = Closure(model, [.. model.Operations.SelectMany(Names), .. AlwaysKept]);
        return model with { Types = [.. model.Types.Where(type => kept.Contains(type.Name))] };
    }

    public static HashSet<string> Closure(ApiModel model, IEnumerable<string> roots)
    {
        var types = model.Types.ToDictionary(type => type.Name);
        var reached = new HashSet<string>();
        var open = new Stack<string>(roots);
        while (open.TryPop(out var name))
        {
            if (types.TryGetValue(name, out var type) && reached.Add(name))
            {
                foreach (var next in Names(type))
                {
                    open.Push(next);
                }
            }
        }

        return reached;
    }

    public static IEnumerable<string> Names(OperationModel operation) =>
        operation.Parameters.Select(parameter => parameter.Type.Name)
            .Append(operation.Body?.Type?.Name ?? string.Empty)
            .Append(operation.Reply?.Name ?? string.Empty)
            .SelectMany(Words);

    private static IEnumerable<string> Names(TypeModel type) => type switch
    {
        RecordModel record => record.Properties.SelectMany(property => Words(property.Type.Name)),
        TokenUnionModel union => union.Cases.SelectMany(one => Words(one.Type.Name)),
        PropertyUnionModel union => union.Cases.Select(one => one.TypeName),
        _ => [],
    };

    private static IEnumerable<string> Words(string typeName) => Word().Matches(typeName).Select(match => match.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
