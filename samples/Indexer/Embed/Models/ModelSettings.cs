using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hevlayer.Indexer;

/// <summary>A settings file of a model; it may be missing, and so may each setting in it.</summary>
internal sealed class ModelSettings
{
    private readonly JsonObject _values;

    private ModelSettings(string path, JsonObject values) => (Path, _values) = (path, values);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Reads a file, if it is there.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <param name="name">The file in it.</param>
    /// <exception cref="InvalidDataException">The file holds no JSON object.</exception>
    public static ModelSettings Read(string folder, string name)
    {
        var path = System.IO.Path.Combine(folder, name);
        return new(path, File.Exists(path) ? Parse(path) : []);
    }

    /// <summary>A setting that is true or false; null if it is neither.</summary>
    public bool? Flag(string name) => _values[name]?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A setting that is a whole number; null if it is not.</summary>
    public int? Number(string name) => _values[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static JsonObject Parse(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) as JsonObject ?? throw new JsonException("It holds something else.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"'{path}' should hold a JSON object: {exception.Message}", exception);
        }
    }
}
