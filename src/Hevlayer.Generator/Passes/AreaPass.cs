using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Passes;

/// <summary>Puts each type into the folder of the one area that uses it; what several areas share goes to Common.</summary>
internal static class AreaPass
{
    public static ApiModel Apply(ApiModel model)
    {
        var areas = new Dictionary<string, HashSet<string>>();
        foreach (var operation in model.Operations)
        {
            foreach (var name in ReachabilityPass.Closure(model, ReachabilityPass.Names(operation)))
            {
                areas.TryAdd(name, []);
                areas[name].Add(operation.Area);
            }
        }

        return model with
        {
            Types = [.. model.Types.Select(type => type with { Area = AreaOf(areas.GetValueOrDefault(type.Name)) })],
        };
    }

    private static string AreaOf(HashSet<string>? areas) => areas is { Count: 1 } ? areas.Single() : "Common";
}
