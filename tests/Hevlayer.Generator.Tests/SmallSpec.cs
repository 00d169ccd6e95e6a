using Hevlayer.Generator.Emit;
using Hevlayer.Generator.Model;
using Hevlayer.Generator.Spec;

namespace Hevlayer.Generator.Tests;

/// <summary>A contract of a few lines, and what the generator makes of it.</summary>
internal static class SmallSpec
{
    private const string Head = """
        openapi: 3.0.3
        info: { title: small, version: '1' }

        """;

    /// <summary>One operation that sends the schema <c>Order</c>.</summary>
    public const string SendOrder = """
        paths:
          /v2/orders:
            post:
              operationId: sendOrder
              tags: [orders]
              summary: Send an order
              x-hev-scope: write
              x-hev-edition: open
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
              responses: { '204': { description: Nothing. } }

        """;

    public static async Task<ApiModel> ReadAsync(params IEnumerable<string> parts)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Head + string.Concat(parts), TestContext.Current.CancellationToken);
            return await SpecReader.ReadAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The generated files, by their paths.</summary>
    public static async Task<SortedDictionary<string, string>> EmitAsync(params IEnumerable<string> parts) => ApiFiles.Emit(await ReadAsync(parts));

    public static T Find<T>(this ApiModel model, string name)
        where T : TypeModel =>
        Assert.IsType<T>(model.Types.Single(type => type.Name == name));
}
