using Hevlayer.Generator.Model;
using NJsonSchema;

namespace Hevlayer.Generator.Spec;

/// <summary>
/// A member is required where the contract promises it and never null. A promise that some gateways break is marked in
/// the spec: such a list or map is read as empty, such a value as null.
/// </summary>
internal static class NullabilityRules
{
    public static PropertyModel Apply(JsonSchemaProperty schema, PropertyModel property)
    {
        var mayBeAbsent = schema.ExtensionData.FlagExtension(SpecExtensions.MayBeAbsent);
        return property with
        {
            IsRequired = schema.IsRequired && schema.IsNullableRaw != true && !mayBeAbsent,
            IsEmptyWhenAbsent = mayBeAbsent && property.Type.Collection != CollectionKind.None,
            IsSecret = schema.ExtensionData.FlagExtension(SpecExtensions.Secret),
            IsEpochMilliseconds = schema.ExtensionData.TextExtension(SpecExtensions.Epoch) is not null,
        };
    }
}
