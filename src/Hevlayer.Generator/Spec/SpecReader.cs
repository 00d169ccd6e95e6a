using Hevlayer.Generator.Model;
using Hevlayer.Generator.Passes;
using NSwag;

namespace Hevlayer.Generator.Spec;

/// <summary>Reads the OpenAPI document and turns it into the model that the emitters write from.</summary>
internal static class SpecReader
{
    public static async Task<ApiModel> ReadAsync(string path)
    {
        var document = await OpenApiYamlDocument.FromFileAsync(path).ConfigureAwait(false);
        var schemas = new SchemaReader(document);
        var operations = new OperationReader(schemas).Read(document);
        return AreaPass.Apply(ReachabilityPass.Apply(new ApiModel(operations, schemas.ReadTypes())));
    }
}
