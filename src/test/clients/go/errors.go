package main

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/vmware/vsphere-automation-sdk-go/runtime/bindings"
	"github.com/vmware/vsphere-automation-sdk-go/runtime/data"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

// apiError finds the server's reply in an error of the SDK.
func apiError(err error) (model.ApiError, bool) {
	value := reflect.ValueOf(err)
	if value.Kind() != reflect.Struct {
		return model.ApiError{}, false
	}
	field := value.FieldByName("Data")
	if !field.IsValid() {
		return model.ApiError{}, false
	}
	reply, _ := field.Interface().(*data.StructValue)
	if reply == nil {
		return model.ApiError{}, false
	}
	decoded, problems := bindings.NewTypeConverter().ConvertToGolang(reply, model.ApiErrorBindingType())
	if problems != nil {
		return model.ApiError{}, false
	}
	return decoded.(model.ApiError), true
}

// describe says on one line what the SDK reports.
func describe(err error) string {
	reply, ok := apiError(err)
	if !ok {
		return strings.Join(strings.Fields(fmt.Sprintf("%T %v", err, err)), " ")
	}
	text := reflect.TypeOf(err).Name()
	if reply.ErrorCode != nil {
		text += fmt.Sprintf(" %d", *reply.ErrorCode)
	}
	if reply.ErrorMessage != nil {
		text += " " + *reply.ErrorMessage
	}
	for _, related := range reply.RelatedErrors {
		if related.ErrorMessage != nil {
			text += "; " + *related.ErrorMessage
		}
	}
	return text
}

// refused checks that a call failed with that error of the SDK and, unless it is 0, that code of NSX.
func refused(err error, name string, code int64) error {
	if err == nil {
		return fmt.Errorf("it was not refused")
	}
	if reflect.TypeOf(err).Name() != name {
		return fmt.Errorf("refused otherwise than by %s: %s", name, describe(err))
	}
	reply, ok := apiError(err)
	if !ok || reply.ErrorCode == nil || reply.ErrorMessage == nil || reply.ModuleName == nil {
		return fmt.Errorf("the error has no complete body: %v", err)
	}
	if code != 0 && *reply.ErrorCode != code {
		return fmt.Errorf("refused with %d instead of %d: %s", *reply.ErrorCode, code, *reply.ErrorMessage)
	}
	return nil
}

func joined(problems []error) error {
	texts := make([]string, len(problems))
	for i, each := range problems {
		texts[i] = each.Error()
	}
	return fmt.Errorf("%s", strings.Join(texts, "; "))
}
