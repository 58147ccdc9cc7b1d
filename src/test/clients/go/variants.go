package main

import (
	"fmt"
	"reflect"

	"github.com/vmware/vsphere-automation-sdk-go/runtime/bindings"
	"github.com/vmware/vsphere-automation-sdk-go/runtime/data"
)

// otherwiseOnTheWire are types whose names in resource_type differ from those in the SDK.
var otherwiseOnTheWire = map[string]string{
	"QosProfile":                       "QoSProfile",
	"ChildQosProfile":                  "ChildQoSProfile",
	"ChildSegmentQosProfileBindingMap": "ChildSegmentQoSProfileBindingMap",
	"ChildPortQosProfileBindingMap":    "ChildPortQoSProfileBindingMap",
	"EnforcedStatusPerScopeNsxt":       "EnforcedStatusPerScopeNsxT",
	"IPSecVpnSessionStatisticsNsxt":    "IPSecVpnSessionStatisticsNsxT",
	"IPSecVpnSessionStatusNsxt":        "IPSecVpnSessionStatusNsxT",
	"L2VPNSessionPeerConfigNsxt":       "L2VPNSessionPeerConfigNsxT",
	"L2VPNSessionStatisticsNsxt":       "L2VPNSessionStatisticsNsxT",
	"L2VPNSessionStatusNsxt":           "L2VPNSessionStatusNsxT",
	"L2VpnSessionRemoteMacNsxt":        "L2VpnSessionRemoteMacNsxT",
	"NsxtDnsAnswer":                    "NsxTDnsAnswer",
}

// variantNames finds the binding type of a polymorphic value by what its discriminator says.
var variantNames = func() map[string]bindings.StructType {
	byName := map[string]bindings.StructType{}
	for _, each := range variantTypes() {
		structure := each.(bindings.StructType)
		byName[wireName(structure.BindingStruct())] = structure
	}
	return byName
}()

func wireName(structure reflect.Type) string {
	if other, ok := otherwiseOnTheWire[structure.Name()]; ok {
		return other
	}
	return structure.Name()
}

// newerThanSDK are types of NSX 9 that this SDK does not know. It hands them on undecoded.
var newerThanSDK = map[string]bool{"ChildSegmentSecurityFeatures": true}

// variant writes a polymorphic value as the SDK wants it. The discriminator may be left empty: it is the type's name.
func variant(value any) *data.StructValue {
	copied := reflect.New(reflect.TypeOf(value)).Elem()
	copied.Set(reflect.ValueOf(value))
	name := wireName(copied.Type())
	for _, field := range []string{"ResourceType", "Type_"} {
		discriminator := copied.FieldByName(field)
		if discriminator.IsValid() && discriminator.Kind() == reflect.String && discriminator.Len() == 0 {
			discriminator.SetString(name)
		}
	}
	structure, known := variantNames[name]
	if !known {
		panic("variantTypes has no " + name)
	}
	written, problems := bindings.NewTypeConverter().ConvertToVapi(copied.Interface(), structure)
	if problems != nil {
		panic(joined(problems))
	}
	return written.(*data.StructValue)
}

// variants writes a list of polymorphic values.
func variants(values ...any) []*data.StructValue {
	written := make([]*data.StructValue, len(values))
	for i, each := range values {
		written[i] = variant(each)
	}
	return written
}

// decodeVariant reads a polymorphic value as the type that its discriminator names; nil if only later SDKs know it.
func decodeVariant(value *data.StructValue) (any, error) {
	name, err := discriminator(value)
	if err != nil {
		return nil, err
	}
	if newerThanSDK[name] {
		return nil, nil
	}
	structure, known := variantNames[name]
	if !known {
		return nil, fmt.Errorf("variantTypes has no %s", name)
	}
	read, problems := bindings.NewTypeConverter().ConvertToGolang(value, structure)
	if problems != nil {
		return nil, joined(problems)
	}
	return read, nil
}

func discriminator(value *data.StructValue) (string, error) {
	for _, field := range []string{"resource_type", "type"} {
		if value.HasField(field) {
			return value.String(field)
		}
	}
	return "", fmt.Errorf("a polymorphic value without resource_type, with %v", value.FieldNames())
}
