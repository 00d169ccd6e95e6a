using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hevlayer.Fuzz.Tests.Inputs;

/// <summary>Changes to JSON that leave most of it as it was, so that a parser gets beyond its first member.</summary>
internal static class JsonChanges
{
    private const string Mark = "\u0001hostile\u0001";
    private static readonly string WrittenMark = JsonSerializer.Serialize(Mark);

    /// <summary>Changes one to four places.</summary>
    public static string Change(FuzzRandom random, JsonNode? node)
    {
        var copy = node?.DeepClone();
        var hostile = new List<string>();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            copy = ChangeOne(random, copy, hostile);
        }

        var text = copy?.ToJsonString() ?? "null";
        foreach (var value in hostile)
        {
            var at = text.IndexOf(WrittenMark, StringComparison.Ordinal);
            text = at < 0 ? text : string.Concat(text.AsSpan(0, at), value, text.AsSpan(at + WrittenMark.Length));
        }

        return text;
    }

    private static JsonNode? ChangeOne(FuzzRandom random, JsonNode? root, List<string> hostile)
    {
        var places = new List<JsonNode>();
        Collect(root, places);
        if (places.Count == 0)
        {
            return Hostile(random, hostile);
        }

        switch (random.Of(places))
        {
            case JsonObject { Count: > 0 } members:
                var name = random.Of([.. members.Select(static member => member.Key)]);
                ChangeMember(random, members, name, hostile);
                break;
            case JsonArray { Count: > 0 } items:
                items[random.Next(items.Count)] = Hostile(random, hostile);
                break;
            case JsonArray items:
                items.Add(Hostile(random, hostile));
                break;
            case JsonObject members:
                members[random.Of(HostileTexts.Plain)] = Hostile(random, hostile);
                break;
        }

        return root;
    }

    private static void ChangeMember(FuzzRandom random, JsonObject members, string name, List<string> hostile)
    {
        switch (random.Next(5))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members[random.Of(HostileTexts.Plain)] = members[name]?.DeepClone();
                break;
            case 2:
                members[name] = null;
                break;
            case 3:
                var inner = members[name]?.DeepClone();
                members[name] = new JsonArray(inner, inner?.DeepClone());
                break;
            default:
                members[name] = Hostile(random, hostile);
                break;
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        switch (node)
        {
            case JsonObject members:
                places.Add(members);
                foreach (var member in members)
                {
                    Collect(member.Value, places);
                }

                break;
            case JsonArray items:
                places.Add(items);
                foreach (var item in items)
                {
                    Collect(item, places);
                }

                break;
        }
    }

    // A place for what JsonNode could not hold: it is put in once the rest is text.
    private static JsonValue Hostile(FuzzRandom random, List<string> hostile)
    {
        hostile.Add(random.Of(HostileTexts.Json));
        return JsonValue.Create(Mark)!;
    }
}
